import { EmptyState } from '@parvis/ui';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../app/use-page-title.ts';

/** `/docs`: nothing is open yet. */
export function DocsPage() {
  const { t } = useTranslation('documents');
  usePageTitle(t('list.title'));
  return <EmptyState icon={<IconFileText size={32} />} title={t('home.title')}>{t('home.text')}</EmptyState>;
}
