// The desk is an application: it runs in the browser, where the public site sends pages only.
export const csr = true
