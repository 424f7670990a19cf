import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../i18n/index.ts';
import { useUsers } from '../../sync/index.ts';

/** So many names are told at once; the dialog has all. */
const NAMED = 12;

/** "Alice, Bob and you", for a hint or to be read out. */
export function usePeopleText(userIds: readonly string[], meId: string): string {
  const { t, i18n } = useTranslation('reactions');
  const others = userIds.filter((id) => id !== meId);
  const named = others.slice(0, NAMED);
  const users = useUsers(named);
  const names = users.map((user) => user?.name ?? '…');
  const more = others.length - named.length;
  const parts = [...names, ...(userIds.includes(meId) ? [t('you')] : []), ...(more > 0 ? [t('more', { count: more })] : [])];
  return new Intl.ListFormat(formatLocale(i18n.language)).format(parts);
}
