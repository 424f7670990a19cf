import { expect, it } from 'vitest';
import { linkedDocuments } from './linked-documents.ts';

const [a, b] = ['0198c3aa-1111-7abc-8def-000000000001', '0198c3aa-1111-7abc-8def-000000000002'];
const of = (text: string) => linkedDocuments(text, 'https://parvis.example');

it('finds the documents that a message links to, each once', () => {
  expect(of(`see https://parvis.example/docs/${a} and [this](https://parvis.example/docs/${b}#block), https://parvis.example/docs/${a}.`)).toEqual([a, b]);
});

it('takes nothing else for one', () => {
  for (const text of [`https://elsewhere.example/docs/${a}`, `https://parvis.example/docs/`, `https://parvis.example/docs/${a}0`, `https://parvis.example/published/${a}`, `/docs/${a}`, '']) expect(of(text), text).toEqual([]);
});
