import { ActionMenu, type MenuAction } from '@parvis/ui';
import { IconCheck, IconLayoutDashboard, IconLayoutGrid, IconLayoutSidebarRight, IconUserSquare, IconWand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LAYOUTS, setLayout, useStageChoice, type Layout } from '../stage/stage-choice.ts';
import { ControlButton } from './control-button.tsx';

const ICONS: Readonly<Record<Layout, typeof IconWand>> = { auto: IconWand, grid: IconLayoutGrid, speaker: IconUserSquare, sidebar: IconLayoutSidebarRight };

export function useLayoutActions(): MenuAction[] {
  const { t } = useTranslation('meetings');
  const layout = useStageChoice((state) => state.layout);
  return LAYOUTS.map((choice) => {
    const Icon = choice === layout ? IconCheck : ICONS[choice];
    const name = t(`layout.${choice}`);
    return { label: choice === layout ? t('chosen', { name }) : name, icon: <Icon size={19} />, onSelect: () => setLayout(choice) };
  });
}

export function LayoutMenu() {
  const { t } = useTranslation('meetings');
  const actions = useLayoutActions();
  return (
    <ActionMenu label={t('layout.title')} actions={actions} side="top" align="center" width={240}>
      {(props) => <ControlButton {...props} label={t('layout.title')} icon={IconLayoutDashboard} />}
    </ActionMenu>
  );
}
