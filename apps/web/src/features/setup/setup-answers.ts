import type { Language } from '@parvis/contracts';

export interface SetupAnswers {
  organisation: string;
  language: Language;
  name: string;
  email: string;
  password: string;
  team: string;
}

export interface StepProps {
  answers: SetupAnswers;
  onChange: (part: Partial<SetupAnswers>) => void;
}
