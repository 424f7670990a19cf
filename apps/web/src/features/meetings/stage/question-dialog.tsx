import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeQuestion, useQuestion, type Question } from './confirm-first.ts';
import classes from './question-dialog.module.css';

export function QuestionDialog() {
  const question = useQuestion((state) => state.question);
  return question && <Asked question={question} />;
}

function Asked({ question: { title, text, action, run } }: { question: Question }) {
  const { t } = useTranslation('meetings');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="meeting-question" onClose={closeQuestion}>
      <h2 id="meeting-question" className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={closeQuestion}>{t('cancel')}</Button>
        <Button color="red" onClick={() => { closeQuestion(); run(); }}>{action}</Button>
      </div>
    </dialog>
  );
}
