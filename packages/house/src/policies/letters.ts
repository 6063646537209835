import { allow } from './policy.ts'

/** Letters are written by the verbs that owe them; only the server takes them out. */
export const letterPolicy = [...allow('system', ['takeLetters', 'noteLetter'], 'Letter')]
