export { runDiskFull, type DiskFullCounts } from './run-disk-full';
export { runKills, type KillCounts } from './run-kills';
export { isLongGood, runLong, type BrowserCounts } from './run-long';
