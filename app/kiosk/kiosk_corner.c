#include "app/kiosk/kiosk_corner.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/kiosk_paper.h"

#include <spawn.h>
#include <sys/wait.h>

extern char **environ;

static const char *person(const struct corner *corner)
{
	return corner->staff[corner->chosen].code;
}

static void ask_for_sign_in(struct kiosk *kiosk)
{
	struct corner *corner = &kiosk->corner;
	struct desk_request request = {.act = DESK_SIGN_IN};
	text_copy(request.staff, sizeof(request.staff), person(corner));
	text_copy(request.pin, sizeof(request.pin), corner->pin);
	desk_thread_post(kiosk->desk, &request);
	memory_wipe(&request, sizeof(request));
	memory_wipe(corner->pin, sizeof(corner->pin));
}

/* The shell starts the command and ends: nothing here waits for the machine to go down. */
static void shut_down(struct kiosk *kiosk)
{
	char command[sizeof(kiosk->settings.shutdown) + 8];
	char shell[] = "/bin/sh", option[] = "-c";
	char *const arguments[] = {shell, option, command, NULL};
	pid_t child;
	text_format(command, sizeof(command), "%s &", kiosk->settings.shutdown);
	if (posix_spawn(&child, shell, NULL, NULL, arguments, environ) != 0 ||
		waitpid(child, NULL, 0) < 0) {
		log_error("corner", "the command to shut down could not be started");
	}
}

static void grant(struct kiosk *kiosk, enum corner_wish wish)
{
	struct journey *journey = &kiosk->journey;
	switch (wish) {
	case CORNER_WISH_NOTHING: break;
	case CORNER_WISH_STAFF:
		desk_thread_post(kiosk->desk, &(struct desk_request){.act = DESK_LIST_STAFF});
		break;
	case CORNER_WISH_SIGN_IN: ask_for_sign_in(kiosk); break;
	case CORNER_WISH_LANGUAGE:
		journey->first_language = journey->first_language == OFFICE_ENGLISH
						  ? OFFICE_INDONESIAN
						  : OFFICE_ENGLISH;
		journey_forget(journey);
		log_info("corner", "%s: first language", person(&kiosk->corner));
		break;
	case CORNER_WISH_TEST:
		log_info("corner", "%s: test slip", person(&kiosk->corner));
		kiosk_print_test(kiosk);
		break;
	case CORNER_WISH_RESTART:
		log_info("corner", "%s: restart", person(&kiosk->corner));
		kiosk->restart = true;
		loop_quit(kiosk->loop);
		break;
	case CORNER_WISH_SHUT_DOWN:
		log_info("corner", "%s: shut down", person(&kiosk->corner));
		shut_down(kiosk);
		break;
	}
}

bool kiosk_corner_frame(struct kiosk *kiosk, struct ui *ui)
{
	struct corner *corner = &kiosk->corner;
	int64_t ticks_ms = kiosk->lobby.ticks_ms;
	if (corner->page == CORNER_SHUT) {
		return false;
	}
	corner_tick(corner, ticks_ms);
	if (ui->event.kind != UI_NONE && ui->event.kind != UI_WHERE_ID) {
		corner_touch(corner, ticks_ms);
	}
	struct corner_action action = corner_frame(ui, &kiosk->lobby, &kiosk->journey, corner);
	grant(kiosk, corner_act(corner, &action, ticks_ms));
	corner_dim(ui, corner);
	if (corner->page == CORNER_SHUT) {
		ui->focus_shown = false;
		ui_wake_in(ui, 0);
		loop_forget(kiosk->loop);
	}
	return true;
}

void kiosk_corner_watch(struct kiosk *kiosk, struct ui *ui)
{
	bool alone = kiosk->journey.visit.screen == JOURNEY_WELCOME && kiosk->office != NULL &&
		     kiosk->lobby.store == RESULT_OK;
	if (alone) {
		grant(kiosk, corner_knock(&kiosk->corner, ui, kiosk->lobby.ticks_ms));
	}
	corner_dim(ui, &kiosk->corner);
}

void kiosk_corner_hear(struct kiosk *kiosk, const struct desk_message *message)
{
	struct corner *corner = &kiosk->corner;
	if (message->act == DESK_LIST_STAFF) {
		/* Somebody else may have begun a visit meanwhile. */
		bool alone = kiosk->journey.visit.screen == JOURNEY_WELCOME;
		corner_hear_staff(corner, alone ? message->result : RESULT_STORE_BUSY,
			message->staff, message->staff_count, kiosk->lobby.ticks_ms);
		return;
	}
	corner_hear_sign_in(corner, message->result);
	log_info("corner", "%s: %s", person(corner),
		message->result == RESULT_OK ? "opened" : result_key(message->result));
}
