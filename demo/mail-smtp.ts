import {createTransport} from 'nodemailer';
import type {MailTransport} from './sandbox/mails/mail.js';

const TIMEOUT_MS = 10_000;

/** Sends mails by SMTP. The same mail keeps its Message-ID when it is tried again, so that a reader sees it once. */
export function createSmtpTransport(smtpUrl: string): MailTransport {
  const timeouts = {connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS};
  const url = new URL(smtpUrl);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    ...(url.username && {
      auth: {user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password)},
    }),
    // A mail's text comes from what people typed; it must never make the server read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
  });
  return {
    async send({id, from, to, subject, text}) {
      await transport.sendMail({
        from,
        to: {name: '', address: to},
        subject,
        text,
        messageId: `<${id}@surety.example>`,
      });
    },
    close: () => transport.close(),
  };
}
