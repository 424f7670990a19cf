import { Button, type ButtonProps } from '@mantine/core';
import { Notice } from '@parvis/ui';
import type { FormEvent, ReactNode } from 'react';
import classes from './form.module.css';

interface FormProps {
  onSubmit: (event: FormEvent) => void;
  pending: boolean;
  error: string | null;
  submitLabel: string;
  submitProps?: ButtonProps;
  /** Beside the button, e.g. that it was saved. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Fields, then what went wrong, then the button: the eye is there when it happens. */
export function Form({ onSubmit, pending, error, submitLabel, submitProps, aside, children }: FormProps) {
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      {children}
      {error && <Notice tone="error">{error}</Notice>}
      <div className={classes.actions}>
        <Button type="submit" loading={pending} size="md" {...submitProps}>{submitLabel}</Button>
        {aside}
      </div>
    </form>
  );
}
