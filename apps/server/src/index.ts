/** What other programs of the project take from the server. */
export { readConfig, dataPaths, ConfigError, type Config } from './config.ts'
export { createLog, type Log } from './log.ts'
export { openHouse, type OpenedHouse } from './open-house.ts'
export { readRunning, type Running } from './running.ts'
export { startServer, PortTaken, type RunningServer } from './start-server.ts'
export type { Account, OutboxMail, SiteConfig, SiteContext } from './site-context.ts'
