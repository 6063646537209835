export const programFolder: string
export function gathered(): boolean
export function gather(): Promise<void>
