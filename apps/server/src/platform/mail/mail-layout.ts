import type { Language } from '@parvis/contracts';
import type { Mail } from './mailer.ts';

export interface MailContent {
  language: Language;
  subject: string;
  paragraphs: string[];
  action: { label: string; url: string };
  /** Small print below the action. */
  footer: string;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** One mail, as plain text and as HTML that loads nothing from elsewhere. */
export function layOutMail(to: string, { language, subject, paragraphs, action, footer }: MailContent): Mail {
  const text = [...paragraphs, `${action.label}:\n${action.url}`, footer].join('\n\n');
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:sans-serif;line-height:1.5;color:#1f2333;max-width:560px;margin:24px auto;padding:0 16px">
${body}
<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#3f3fb5;color:#fff;padding:10px 18px;border-radius:8px;text-decoration:none">${escapeHtml(action.label)}</a></p>
<p style="font-size:13px;color:#5d6275">${escapeHtml(action.url)}</p>
<p style="font-size:13px;color:#5d6275">${escapeHtml(footer)}</p>
</body>
</html>
`;
  return { to, subject, text, html };
}
