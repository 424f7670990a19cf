import type { Language } from '@parvis/contracts';
import { layOutMail } from '../../platform/mail/mail-layout.ts';
import type { Mail } from '../../platform/mail/mailer.ts';

export interface InvitationMail {
  to: string;
  inviter: string;
  organisation: string;
  language: Language;
  url: string;
  expiresAt: Date;
}

type Texts = { subject: string; paragraphs: string[]; label: string; footer: string };
const TEXTS: Record<Language, (mail: InvitationMail, until: string) => Texts> = {
  en: ({ inviter, organisation }, until) => ({
    subject: `${inviter} invites you to ${organisation}`,
    paragraphs: ['Hello,', `${inviter} invites you to ${organisation} on Parvis, where its people talk and work together.`],
    label: 'Create my account',
    footer: `This invitation is for you only and holds until ${until}.`,
  }),
  fr: ({ inviter, organisation }, until) => ({
    subject: `${inviter} vous invite chez ${organisation}`,
    paragraphs: ['Bonjour,', `${inviter} vous invite à rejoindre ${organisation} sur Parvis, où ses membres échangent et travaillent ensemble.`],
    label: 'Créer mon compte',
    footer: `Cette invitation vous est personnelle et reste valable jusqu’au ${until}.`,
  }),
};

export function invitationMail(mail: InvitationMail): Mail {
  const until = new Intl.DateTimeFormat(mail.language, { dateStyle: 'long', timeZone: 'UTC' }).format(mail.expiresAt);
  const { label, ...texts } = TEXTS[mail.language](mail, until);
  return layOutMail(mail.to, { language: mail.language, ...texts, action: { label, url: mail.url } });
}
