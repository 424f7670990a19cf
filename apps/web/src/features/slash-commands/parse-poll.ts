import { LIMITS } from '@parvis/contracts';

export interface PollBeginning {
  question: string;
  options: string[];
}

/** `Question? First, second` written as `"Question" "First" "Second"`, `Question | First | Second`, or the question alone. */
export function parsePoll(text: string): PollBeginning {
  const quoted = [...text.matchAll(/["“«]\s*([^"”»]+?)\s*["”»]/gu)].map((match) => match[1]!);
  const parts = quoted.length > 1 ? quoted : text.split(/[|\n]/u).map((part) => part.trim()).filter(Boolean);
  const [question = '', ...options] = parts;
  return {
    question: question.slice(0, LIMITS.pollQuestion),
    options: options.slice(0, LIMITS.pollOptions).map((option) => option.slice(0, LIMITS.pollOption)),
  };
}
