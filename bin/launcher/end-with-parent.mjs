/** Loaded before a program that is to end in good order when the process that started it is killed. */
import { watchParent } from './parent-watch.mjs';

watchParent();
