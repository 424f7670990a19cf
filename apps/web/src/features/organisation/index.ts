export { LanguageField } from './language-field.tsx';
