// The site sends pages, not an application: whatever a page does beyond links and forms is in lib/site, a few kilobytes.
// The desk turns this on for itself.
export const csr = false
