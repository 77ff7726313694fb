/* A screen that may be dark no more is lit, by what the X server offers for that. */
#include "app/ui/paint_blanking.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>
#include <X11/extensions/scrnsaver.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

SDL_bool __wrap_SDL_IsScreenSaverEnabled(void);
void __wrap_SDL_EnableScreenSaver(void);
void __wrap_SDL_DisableScreenSaver(void);
SDL_bool __wrap_SDL_GetWindowWMInfo(SDL_Window *window, SDL_SysWMinfo *info);
int __wrap_XResetScreenSaver(Display *server);
int __wrap_XFlush(Display *server);
Bool __wrap_XScreenSaverQueryExtension(Display *server, int *event, int *error);
void __wrap_XScreenSaverSuspend(Display *server, Bool suspend);
Bool __wrap_DPMSQueryExtension(Display *server, int *event, int *error);
Bool __wrap_DPMSCapable(Display *server);
Status __wrap_DPMSInfo(Display *server, CARD16 *level, BOOL *enabled);
Status __wrap_DPMSForceLevel(Display *server, CARD16 level);

/* The server that the wrapped functions speak to. */
static struct server {
	bool may_blank, saves_power, enabled;
	int resets, forced, suspends;
} server;

SDL_bool __wrap_SDL_IsScreenSaverEnabled(void)
{
	return server.may_blank ? SDL_TRUE : SDL_FALSE;
}

void __wrap_SDL_EnableScreenSaver(void)
{
	server.may_blank = true;
}

void __wrap_SDL_DisableScreenSaver(void)
{
	server.may_blank = false;
}

SDL_bool __wrap_SDL_GetWindowWMInfo(SDL_Window *window, SDL_SysWMinfo *info)
{
	(void)window;
	info->subsystem = SDL_SYSWM_X11;
	info->info.x11.display = (Display *)(void *)&server;
	return SDL_TRUE;
}

int __wrap_XResetScreenSaver(Display *display)
{
	(void)display;
	return ++server.resets;
}

int __wrap_XFlush(Display *display)
{
	(void)display;
	return 1;
}

Bool __wrap_XScreenSaverQueryExtension(Display *display, int *event, int *error)
{
	(void)display;
	*event = *error = 0;
	return True;
}

void __wrap_XScreenSaverSuspend(Display *display, Bool suspend)
{
	(void)display;
	assert_false(suspend);
	server.suspends++;
}

Bool __wrap_DPMSQueryExtension(Display *display, int *event, int *error)
{
	(void)display;
	*event = *error = 0;
	return server.saves_power;
}

Bool __wrap_DPMSCapable(Display *display)
{
	(void)display;
	return server.saves_power;
}

Status __wrap_DPMSInfo(Display *display, CARD16 *level, BOOL *enabled)
{
	(void)display;
	*level = DPMSModeOff;
	*enabled = server.enabled ? True : False;
	return True;
}

/* DPMSForceLevel(3): BadMatch where it is disabled, and that ends a program. */
Status __wrap_DPMSForceLevel(Display *display, CARD16 level)
{
	(void)display;
	assert_true(server.saves_power && server.enabled);
	assert_int_equal(level, DPMSModeOn);
	server.forced++;
	return True;
}

/* An evening and a morning. */
static void pass_night(void)
{
	paint_blanking_allow(NULL, true);
	paint_blanking_allow(NULL, true);
	assert_true(server.may_blank);
	assert_int_equal(server.suspends, 1);
	assert_int_equal(server.resets, 0);
	paint_blanking_allow(NULL, false);
	paint_blanking_allow(NULL, false);
	assert_false(server.may_blank);
	assert_int_equal(server.resets, 1);
}

static void test_a_dark_screen_is_lit(void **state)
{
	(void)state;
	server = (struct server){.saves_power = true, .enabled = true};
	pass_night();
	assert_int_equal(server.forced, 1);
}

static void test_a_screen_that_saves_no_power_is_left_alone(void **state)
{
	(void)state;
	server = (struct server){.saves_power = true};
	pass_night();
	assert_int_equal(server.forced, 0);
	server = (struct server){.saves_power = false};
	pass_night();
	assert_int_equal(server.forced, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_dark_screen_is_lit),
		cmocka_unit_test(test_a_screen_that_saves_no_power_is_left_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
