import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.ts';
import { Log } from '../log/log.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/** A mail server that doesn't answer for this long doesn't get the mail. */
const PATIENCE_MS = 10_000;

/** Sends mail through the SMTP server of the settings; without one it is disabled and sends nothing. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {
    if (!config.smtpUrl) return;
    this.transport = createTransport({
      url: config.smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      // Nothing in a mail may name a file or an address for the server to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  get enabled(): boolean {
    return this.transport !== undefined;
  }

  /** Whether the mail server took it. A failure is logged, without address or text, never thrown. */
  async send(mail: Mail): Promise<boolean> {
    if (!this.transport) return false;
    try {
      await this.transport.sendMail({ from: this.config.smtpFrom, ...mail });
      return true;
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      this.log.error({ code, responseCode }, 'mail could not be sent');
      return false;
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
