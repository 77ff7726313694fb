#include "app/base/document.h"
#include "app/base/memory.h"

#include <stdlib.h>

void document_finish(struct document *document)
{
	if (document == NULL) {
		return;
	}
	for (size_t i = 0; i < document->count; i++) {
		free(document->items[i].text);
		free(document->items[i].right);
	}
	free(document->items);
	*document = (struct document){0};
}

struct document_item *document_add(
	struct document *document, enum document_kind kind, const char *text)
{
	document->items =
		memory_resized(document->items, document->count + 1, sizeof *document->items);
	struct document_item *item = &document->items[document->count++];
	*item = (struct document_item){
		.kind = kind,
		.size = DOCUMENT_BODY,
		.text = memory_string(text != NULL ? text : ""),
	};
	return item;
}

struct document_item *document_add_line(struct document *document, const char *text,
	enum document_size size, enum document_weight weight)
{
	struct document_item *item = document_add(document, DOCUMENT_LINE, text);
	item->size = size;
	item->weight = weight;
	return item;
}

struct document_item *document_add_pair(
	struct document *document, const char *left, const char *right)
{
	struct document_item *item = document_add(document, DOCUMENT_PAIR, left);
	item->right = memory_string(right != NULL ? right : "");
	return item;
}
