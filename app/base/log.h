#ifndef APP_BASE_LOG_H
#define APP_BASE_LOG_H

/* LOG_NOTHING is for log_set_level alone: a command line that says itself what went wrong. */
enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR, LOG_NOTHING };

/*
 * Writes one line "level area: message" to stderr, where the session's journal keeps it. Safe from
 * every thread. Control characters in the message are written as '?', so that no text from outside
 * can forge a line; a line over 1,000 bytes is cut. Never pass personal data.
 */
void log_write(enum log_level level, const char *area, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The least level that is written; the default is LOG_INFO, or LOG_DEBUG if GILIRAN_DEBUG is set.
 */
void log_set_level(enum log_level level);

#define log_debug(area, ...) log_write(LOG_DEBUG, area, __VA_ARGS__)
#define log_info(area, ...) log_write(LOG_INFO, area, __VA_ARGS__)
#define log_warn(area, ...) log_write(LOG_WARN, area, __VA_ARGS__)
#define log_error(area, ...) log_write(LOG_ERROR, area, __VA_ARGS__)

#endif
