import type { XmlElement } from '../xml/read-xml.ts'

/** A text as values are compared: white space at its ends and runs of it inside do not count. */
export const textIn = ({ text }: XmlElement): string => (/\s\s|[\n\t\r]/.test(text) ? text.replace(/\s+/g, ' ') : text)
