/** Of n3, a parser of Turtle, what the tests use; it brings no types of its own. */
declare module 'n3' {
  interface Term {
    termType: string
    value: string
    language: string
    datatype: { value: string }
  }
  export class Parser {
    parse(turtle: string): { subject: Term; predicate: Term; object: Term }[]
  }
}
