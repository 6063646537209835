/** True while a process with this id runs. */
export function isAlive(pid: number): boolean
