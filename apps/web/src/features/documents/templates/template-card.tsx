import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './template-card.module.css';

interface TemplateCardProps {
  icon: ReactNode;
  name: string;
  /** What it is for. */
  text: string;
  onChoose: () => void;
}

export function TemplateCard({ icon, name, text, onChoose }: TemplateCardProps) {
  return (
    <UnstyledButton className={classes.card} onClick={onChoose}>
      <span className={classes.icon} aria-hidden>{icon}</span>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.text}>{text}</span>
      </span>
    </UnstyledButton>
  );
}
