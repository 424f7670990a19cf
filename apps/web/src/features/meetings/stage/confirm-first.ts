import { create } from 'zustand';

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly run: () => void;
}

/** Asked inside the stage: what is outside isn't seen in full screen. */
export const useQuestion = create<{ question: Question | null }>(() => ({ question: null }));
export const confirmFirst = (question: Question): void => useQuestion.setState({ question });
export const closeQuestion = (): void => useQuestion.setState({ question: null });
