#ifndef APP_UI_CLICK_H
#define APP_UI_CLICK_H

/*
 * A soft click at a press, made here and not read from a file. The device is opened, fed and, after
 * some seconds of silence, closed on a thread of its own, so that no press ever waits for it and an
 * idle kiosk does not wake up for sound. Where there is no sound there is no click, and one log
 * line.
 */
struct click;

/* After loop_create. NULL, after one log line, when no thread can be had. */
struct click *click_open(void);
/* Before loop_destroy. NULL is fine. */
void click_close(struct click *click);

/* Returns at once; presses while one still sounds are one click. NULL is fine. */
void click_play(struct click *click);

#endif
