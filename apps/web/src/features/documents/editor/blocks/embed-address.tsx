import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorServices } from '../editor-context.ts';
import type { EmbedRef } from '../editor-services.ts';
import { takeAsked } from './asked-address.ts';
import classes from './blocks.module.css';

export interface AddressHandlers {
  onChoose: (ref: EmbedRef) => void;
  onCancel: () => void;
}

/** Asks what is to be shown here. */
export function EmbedAddress({ onChoose, onCancel }: AddressHandlers) {
  const { t } = useTranslation('document');
  const { refOfUrl } = useEditorServices();
  const [isAsked] = useState(takeAsked);
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
        autoFocus={isAsked}
        className={classes.addressField}
        label={t('embedAddress.label')}
        description={t('embedAddress.hint')}
        error={refused && t('embedAddress.refused')}
        value={address}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setRefused(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
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
