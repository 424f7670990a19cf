import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandNotice } from '../slash-commands/index.ts';
import classes from './draft-card.module.css';
import { type DraftToSend, useSendDraft } from './use-send-draft.ts';

/** Sends a draft as it stands; should it be a command that can't be run, says why. */
export function SendDraftButton(props: DraftToSend) {
  const { t } = useTranslation('drafts');
  const { ready, send, sendAsText, notice, dismiss } = useSendDraft(props);
  return (
    <>
      {notice && <div className={classes.notice}><CommandNotice notice={notice} onSendAsText={sendAsText} onClose={dismiss} /></div>}
      <Button size="compact-sm" variant="default" disabled={!ready} onClick={send}>{t('sendNow')}</Button>
    </>
  );
}
