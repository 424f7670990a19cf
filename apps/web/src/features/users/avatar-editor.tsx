import { Button } from '@mantine/core';
import { Avatar, Notice, useToasts } from '@parvis/ui';
import { ROUTE_UPLOADS } from './picture-limits.ts';
import type { User } from '@parvis/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspaceActions } from '../../sync/index.ts';
import classes from './avatar-editor.module.css';
import { avatarUrl } from './avatar-url.ts';

/** A picture is looked at before it is used; a failure keeps it chosen. */
export function AvatarEditor({ me }: { me: User }) {
  const { t } = useTranslation(['users', 'common']);
  const toasts = useToasts();
  const errorText = useErrorText();
  const { addUsers } = useWorkspaceActions();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    if (!file) return;
    const url = URL.createObjectURL(file);
    setPreview(url);
    return () => { URL.revokeObjectURL(url); setPreview(null); };
  }, [file]);

  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    const { mediaTypes, maxBytes } = ROUTE_UPLOADS.avatar;
    setError(!mediaTypes.includes(chosen.type) ? t('picture.wrongKind') : chosen.size > maxBytes ? t('picture.tooLarge', { megabytes: maxBytes / 1024 / 1024 }) : null);
    setFile(mediaTypes.includes(chosen.type) && chosen.size <= maxBytes ? chosen : null);
  };
  const run = async (action: () => Promise<User>, message: string) => {
    setPending(true);
    setError(null);
    try {
      addUsers([await action()]);
      setFile(null);
      toasts.show({ message, tone: 'success' });
    } catch (failure) {
      setError(errorText(failure));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className={classes.editor}>
      <Avatar id={me.id} name={me.name} src={preview ?? avatarUrl(me)} size={88} />
      <div className={classes.side}>
        <input
          ref={input} type="file" hidden accept={ROUTE_UPLOADS.avatar.mediaTypes.join(',')}
          onChange={(event) => { choose(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }}
        />
        <div className={classes.buttons}>
          {file ? (
            <>
              <Button loading={pending} onClick={() => void run(() => api.call('setAvatar', { body: file }), t('picture.saved'))}>{t('picture.use')}</Button>
              <Button variant="default" onClick={() => setFile(null)} disabled={pending}>{t('common:cancel')}</Button>
            </>
          ) : (
            <>
              <Button variant="default" onClick={() => input.current?.click()}>{t(me.avatarVersion ? 'picture.change' : 'picture.choose')}</Button>
              {me.avatarVersion && (
                <Button variant="subtle" color="gray" loading={pending} onClick={() => void run(() => api.call('deleteAvatar'), t('picture.removed'))}>{t('picture.remove')}</Button>
              )}
            </>
          )}
        </div>
        <p className={classes.hint}>{t(file ? 'picture.previewHint' : 'picture.hint')}</p>
        {error && <Notice tone="error">{error}</Notice>}
      </div>
    </div>
  );
}
