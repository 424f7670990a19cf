import { LIMITS } from '@parvis/contracts/limits';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../i18n/index.ts';

/** How large a picture may be, as people write it. */
export function useEmojiLimit(): string {
  const { i18n } = useTranslation();
  return new Intl.NumberFormat(formatLocale(i18n.language), { style: 'unit', unit: 'kilobyte' }).format(Math.floor(LIMITS.customEmojiBytes / 1024));
}
