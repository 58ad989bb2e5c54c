/** Loaded before a program that must shut down cleanly when the process that started it is killed. */
import { watchParent } from './parent-watch.mjs';

watchParent();
