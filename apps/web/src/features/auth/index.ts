export { EmailField } from './email-field.tsx';
export { NewPasswordField } from './new-password-field.tsx';
export { useEnter } from './use-enter.ts';
