import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { PageHeading } from '../../app/forms/page-heading.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { api } from '../../sync/index.ts';
import { useEnter } from '../auth/index.ts';
import { AdminStep } from './admin-step.tsx';
import { OrganisationStep } from './organisation-step.tsx';
import type { SetupAnswers } from './setup-answers.ts';
import classes from './setup-wizard.module.css';
import { TeamStep } from './team-step.tsx';

const STEPS = ['organisation', 'admin', 'team'] as const;

export function SetupWizard({ token }: { token: string }) {
  const { t } = useTranslation('setup');
  const enter = useEnter();
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState<SetupAnswers>(() => ({ organisation: '', language: currentLanguage(), name: '', email: '', password: '', team: '' }));
  const change = (part: Partial<SetupAnswers>) => setAnswers((before) => ({ ...before, ...part }));
  const last = step === STEPS.length - 1;
  const submit = useSubmit(async () => {
    if (!last) return setStep(step + 1);
    const { organisation, language, name, email, password, team } = answers;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const { user } = await api.call('completeSetup', {
      body: { token, organisation: { name: organisation, language }, admin: { name, email, password, timeZone }, team: { name: team } },
    });
    await enter(user);
  });
  const name = STEPS[step] ?? 'organisation';
  const Step = { organisation: OrganisationStep, admin: AdminStep, team: TeamStep }[name];
  return (
    <>
      <p className={classes.progress} aria-live="polite">
        {STEPS.map((id, index) => <span key={id} className={classes.bar} data-done={index <= step || undefined} aria-hidden />)}
        <span className={classes.count}>{t('step', { step: step + 1, steps: STEPS.length })}</span>
      </p>
      <PageHeading title={t(`${name}.title`)}>{t(`${name}.text`)}</PageHeading>
      <Form
        key={name} {...submit} submitLabel={t(last ? 'finish' : 'next')}
        aside={step > 0 && <Button variant="subtle" color="gray" size="md" onClick={() => setStep(step - 1)}>{t('back')}</Button>}
      >
        <Step answers={answers} onChange={change} />
      </Form>
    </>
  );
}
