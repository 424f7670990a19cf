import { useMutation } from '@tanstack/react-query';
import type { DocumentAccess } from '@parvis/contracts';
import type { ChangeAccess } from './share-document-dialog.tsx';

interface AccessChoice<Value> {
  /** The same for the same choice only. */
  key: string;
  held: Value;
  tell: (value: Value) => Promise<DocumentAccess>;
  onChange: ChangeAccess;
}

/** Shown at once and told one after the other; what holds is shown again when it is refused. */
export function useAccessChoice<Value>({ key, held, tell, onChange }: AccessChoice<Value>): [shown: Value, choose: (value: Value) => void] {
  const { mutate, isPending, variables } = useMutation({ scope: { id: `document-access ${key}` }, mutationFn: (value: Value) => onChange(() => tell(value)) });
  return [isPending ? variables : held, mutate];
}
