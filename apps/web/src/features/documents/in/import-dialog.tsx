import { Button, Group, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconFileImport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import type { DialogProps } from '../../../app/screens.ts';
import { useErrorText } from '../../../app/use-error-text.ts';
import classes from './import.module.css';
import { ImportRefused } from './read-block.ts';
import { useImports, type ImportJob } from './use-imports.ts';

interface ImportDialogProps extends DialogProps {
  files: readonly File[];
  /** The conversation that the documents go to; one's own place when left out. */
  channelId?: string | undefined;
}

/** What becomes of each file. A single one that was imported is opened. */
export function ImportDialog({ files, channelId, onClose }: ImportDialogProps) {
  const { t } = useTranslation('transfer');
  const navigate = useNavigate();
  const { jobs, running, cancel } = useImports(files, channelId);
  const [first] = jobs;
  const single = jobs.length === 1 && first?.state.step === 'done' && first.state.lost === 0 ? first.state.documentId : null;
  useEffect(() => {
    if (single === null) return;
    onClose();
    void navigate({ to: '/docs/$documentId', params: { documentId: single } });
  }, [single, navigate, onClose]);
  const leave = () => {
    cancel();
    onClose();
  };
  return (
    <DialogFrame title={t('in.title')} onClose={leave}>
      <ul className={classes.jobs}>
        {jobs.map((job, index) => <Job key={index} job={job} onOpen={onClose} />)}
      </ul>
      <Group justify="flex-end" mt="md">
        {running ? <Button variant="default" onClick={cancel}>{t('in.cancel')}</Button> : <Button onClick={onClose}>{t('in.close')}</Button>}
      </Group>
    </DialogFrame>
  );
}

function Job({ job: { file, state }, onOpen }: { job: ImportJob; onOpen: () => void }) {
  const { t } = useTranslation('transfer');
  const errorText = useErrorText();
  const said = (): string => {
    switch (state.step) {
      case 'waiting': return '';
      case 'pictures': return t('in.pictures', { done: state.done, total: state.total });
      case 'failed': return state.error instanceof ImportRefused ? t(`in.refused.${state.error.reason}`) : errorText(state.error);
      case 'done': return state.lost > 0 ? t('in.lost', { count: state.lost }) : t('in.done');
      case 'reading': case 'writing': case 'cancelled': return t(`in.${state.step}`);
    }
  };
  const works = state.step === 'reading' || state.step === 'pictures' || state.step === 'writing';
  return (
    <li className={classes.job} data-step={state.step}>
      <span className={classes.sign} aria-hidden>{works ? <Loader size={18} /> : state.step === 'failed' ? <IconAlertTriangle size={20} /> : state.step === 'done' ? <IconCheck size={20} /> : <IconFileImport size={20} />}</span>
      <span className={classes.file}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.said} role={state.step === 'failed' ? 'alert' : 'status'}>{said()}</span>
      </span>
      {state.step === 'done' && <Link to="/docs/$documentId" params={{ documentId: state.documentId }} onClick={onOpen}>{t('in.open')}</Link>}
    </li>
  );
}
