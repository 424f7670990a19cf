import { SkeletonRows } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { ConnectionBanner } from './connection-banner.tsx';
import rail from './rail.module.css';
import classes from './shell.module.css';
import topBar from './top-bar.module.css';

/** The shell's own outline, so that nothing moves when the workspace arrives. */
export function ShellSkeleton() {
  const { t } = useTranslation('shell');
  return (
    <div className={classes.shell} data-phone-pane="list" aria-busy>
      <div className={rail.rail} />
      <div className={classes.body}>
        <div className={topBar.bar} />
        <ConnectionBanner />
        <div className={classes.panes}>
          <div className={classes.list} style={{ '--pane-width': '296px' } as React.CSSProperties}><SkeletonRows rows={10} label={t('loading')} /></div>
          <div className={classes.main} />
        </div>
      </div>
    </div>
  );
}
