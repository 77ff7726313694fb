#ifndef APP_BASE_CONFIG_SCAN_H
#define APP_BASE_CONFIG_SCAN_H

/*
 * Looks over a configuration before libconfig reads it, for what libconfig 1.5 lets pass or loses
 * memory on: a text or comment that is never closed, brackets deeper than anybody writes, and
 * "@include", which would make line numbers mean other files. NULL, or what is wrong with the line
 * left in `out_line`.
 */
const char *config_scan(const char *text, int *out_line);

#endif
