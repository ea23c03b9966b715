export { runDiskFull } from './run-disk-full';
export { runKills } from './run-kills';
export { isLongGood, runLong } from './run-long';
