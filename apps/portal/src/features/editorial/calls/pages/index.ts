/** What pages of other capabilities take of these; it reaches no query (`pages-fetch-nothing`). */
export { CallLink } from './call-link.tsx';
export { AnswerList, CallChoice, QuestionField } from './entering.tsx';
