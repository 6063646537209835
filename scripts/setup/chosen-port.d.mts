export function chosenPort(args: string[], env?: Record<string, string | undefined>): number | null
export function holdPortFree(args: string[], env?: Record<string, string | undefined>): Promise<void>
