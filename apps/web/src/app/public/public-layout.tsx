import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { SkeletonRows } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import classes from './public-layout.module.css';

/** Everything before signing in: one card in the middle of a calm page. */
export function PublicLayout() {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <header className={classes.brand}><Logo size={40} /><span>Parvis</span></header>
      <main className={classes.card}>
        <Suspense fallback={<SkeletonRows rows={5} label={t('loading')} />}><Outlet /></Suspense>
      </main>
      <footer className={classes.footer}><LanguageSwitch /></footer>
    </div>
  );
}
