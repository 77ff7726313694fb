#ifndef APP_BASE_SETTINGS_H
#define APP_BASE_SETTINGS_H

#include "app/base/place.h"

#include <stdbool.h>

enum { SETTINGS_OFFICE = -1 };

/* How this computer's console behaves, where that is not as the office sets it for all of them
 * (app/queue/office.h, struct office_console): ring_soon = false; and so on, lock_minutes = 10;
 * SETTINGS_OFFICE = left out, as the office has it. */
struct settings_console {
	int ring_soon, ring_late, ring_unattended, raise_late; /* 0, 1 */
	int lock_minutes;
};

/*
 * What a screen's program is told from outside: /etc/giliran/giliran.conf (or --config FILE), then
 * the command line, which wins. One list for the three programs; each names what it takes.
 */
struct settings {
	char store[PLACE_SIZE]; /* --store PATH: what place_store is to choose */
	char printer[256];      /* --printer URI; "" = none */
	char board[256];        /* --board URI of the LED board; "" = none */
	char board_line[128];   /* --board-line TEMPLATE of a board that speaks "line" */
	char board_idle[8];     /* --board-idle clock|text|blank: shown when nobody is called */
	char board_text[64];    /* --board-text TEXT */
	char profile[16];       /* --paper 80mm, 58mm-432, …; "" = by the printer's id */
	bool text_slips;        /* --slip raster|text: text for slow links */
	char logo[PLACE_SIZE];  /* --logo FILE: a PNG picture on top of each slip; "" = none */
	int roll_mm;            /* --roll-mm 80000: length of a new roll; 0 = as is usual */
	int paper_low;          /* --paper-low 50: staff are warned below so many slips left */
	char scanner[256];      /* --scanner URI (drivers/hid_kind.h); "" = none */
	char keypad[256];       /* --keypad URI; "" = none */
	/* Named on the command line, where the head does not choose another one. */
	bool fixed_printer, fixed_board, fixed_scanner, fixed_keypad, fixed_a4;
	char device[32];           /* --device kiosk-1: the name in events and device states */
	char pictures[PLACE_SIZE]; /* --pictures FOLDER: the display's slides; "" = none */
	char reports[PLACE_SIZE]; /* --reports FOLDER: where reports are saved; "" = place_documents
				   */
	char a4[256];             /* --a4 cups:QUEUE: prints pages; "" = the usual queue */
	char monitor[64];         /* --monitor NAME */
	char language[3];         /* --language id|en: the one it starts with */
	int width, height;        /* --window 1280x720; 0 = the whole monitor, borderless */
	int x, y;                 /* --place 40,60; -1 = default */
	double ppm;               /* --ppm 4.03: pixels per millimetre; 0 = unknown */
	int counter;              /* --counter 2; 0 = asked at sign-in */
	bool contrast;            /* --contrast */
	bool motion;              /* --no-motion clears it */
	bool pointer;             /* --no-pointer clears it: touch screens */
	bool demo;                /* --demo: shows the demo's clerk and PIN at sign-in */
	bool no_window;           /* --no-window: a display that is its LED board alone */
	bool script;              /* --script: obey lines on standard input (app/ui/script.h) */
	bool click;               /* click = false silences the keys' click */
	bool ring_idle;           /* ring_idle = false: the kiosk's countdowns are silent */
	bool voice;               /* voice = false, or --no-voice: this display says nothing */
	int volume;               /* volume = 0 to 100 of the voice; 0 = there is none */
	char clips[PLACE_SIZE];   /* clips = "FOLDER" of an office's own recordings; "" = none */
	struct settings_console console;
	char shutdown[256]; /* shutdown = "…": what staff's "shut down" runs; "" = not offered */
	bool exit_key;      /* --exit-key: Ctrl+Q ends the program */
	bool help;
};

/*
 * Reads the configuration and `argv`. Returns 0, or the exit status after writing one line to
 * stderr (2 = usage), or after --help (out_settings->help, exit 0) has been answered on stdout.
 */
int settings_read(const char *program, int argc, char **argv, struct settings *out_settings);

#endif
