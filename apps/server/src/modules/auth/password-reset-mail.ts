import type { Language, User } from '@parvis/contracts';
import { layOutMail } from '../../platform/mail/mail-layout.ts';
import type { Mail } from '../../platform/mail/mailer.ts';

const TEXTS: Record<Language, (name: string, organisation: string) => { subject: string; paragraphs: string[]; label: string; footer: string }> = {
  en: (name, organisation) => ({
    subject: `Choose a new password for ${organisation}`,
    paragraphs: [`Hello ${name},`, `somebody, hopefully you, asked for a new password for your account at ${organisation}. This link sets one. It works once, within one hour.`],
    label: 'Choose a new password',
    footer: "If you didn't ask for it, there is nothing to do: your password stays as it is.",
  }),
  fr: (name, organisation) => ({
    subject: `Choisissez un nouveau mot de passe pour ${organisation}`,
    paragraphs: [`Bonjour ${name},`, `quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour votre compte chez ${organisation}. Ce lien permet d’en choisir un. Il fonctionne une seule fois, pendant une heure.`],
    label: 'Choisir un nouveau mot de passe',
    footer: 'Si vous n’avez rien demandé, il n’y a rien à faire : votre mot de passe reste le même.',
  }),
};

export function passwordResetMail(user: User, organisation: string, url: string): Mail {
  const { label, ...texts } = TEXTS[user.language](user.name, organisation);
  return layOutMail(user.email, { language: user.language, ...texts, action: { label, url } });
}
