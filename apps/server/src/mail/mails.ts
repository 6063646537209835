/** How mail leaves this house: by a server, or into a folder where there is none. */
import { dataPaths, type Config } from '../config.ts'
import type { Log } from '../log.ts'
import { mailByFolder, type Mail } from './mail.ts'

export interface Mails {
  /** Sent at once: whoever waits for it is told when it does not go. */
  mail: Mail
  /** Letters that the house owes are patient by themselves: the database keeps them between one try and the next. */
  letterMail: Mail
}

export async function openMails(config: Config, origin: string, log: Log): Promise<Mails> {
  const from = config.mailFrom ?? `vitrine@${new URL(origin).hostname}`
  if (config.smtpUrl === null) {
    const mail = mailByFolder(dataPaths(config.dataFolder).mail, from)
    return { mail, letterMail: mail }
  }
  const { mailByServer } = await import('./mail-by-server.ts')
  return { mail: mailByServer(config.smtpUrl, from, log), letterMail: mailByServer(config.smtpUrl, from, log, []) }
}
