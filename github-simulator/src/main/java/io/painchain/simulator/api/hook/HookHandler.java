package io.painchain.simulator.api.hook;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;

/** Answers one route of webhooks. */
@FunctionalInterface
public interface HookHandler {

    Answer answer(HookCall call) throws ApiException;
}
