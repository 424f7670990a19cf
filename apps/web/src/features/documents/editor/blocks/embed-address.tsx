import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorServices } from '../editor-context.ts';
import type { EmbedRef } from '../editor-services.ts';
import classes from './blocks.module.css';

/** Asks what is to be shown here. */
export function EmbedAddress({ onChoose }: { onChoose: (ref: EmbedRef) => void }) {
  const { t } = useTranslation('document');
  const { refOfUrl } = useEditorServices();
  const [address, setAddress] = useState('');
  const [refused, setRefused] = useState(false);
  const choose = (value: string) => {
    const ref = refOfUrl(value.trim());
    setRefused(ref === null);
    if (ref !== null) onChoose(ref);
  };
  return (
    <form
      className={classes.address}
      onSubmit={(event) => {
        event.preventDefault();
        choose(address);
      }}
    >
      <TextInput
        autoFocus
        className={classes.addressField}
        label={t('embedAddress.label')}
        description={t('embedAddress.hint')}
        error={refused && t('embedAddress.refused')}
        value={address}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setRefused(false);
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (refOfUrl(pasted.trim()) === null) return;
          event.preventDefault();
          choose(pasted);
        }}
      />
      <Button type="submit" variant="default" disabled={address.trim() === ''}>{t('embedAddress.insert')}</Button>
    </form>
  );
}
