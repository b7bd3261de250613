package io.painchain.simulator.api.route;

import java.util.List;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.render.feed.FeedJson;
import io.painchain.simulator.world.feed.FeedEvent;

/** The events feed. */
final class FeedRoutes {

    private static final int LONGEST = 300;

    private FeedRoutes() {
    }

    static Answer list(RepositoryCall call) throws ApiException {
        int page = Math.max(1, call.query().number("page", 1));
        if ((long) (page - 1) * Page.size(call.query()) >= LONGEST) {
            throw new ApiException(422,
                    "In order to keep the API fast for everyone, pagination is limited for this resource.");
        }
        List<FeedEvent> events = call.repository().feed().visible();
        boolean full = call.repository().world().feedPolicy().fullPayloads();
        FeedJson json = new FeedJson(call.links(), call.repository(), full);
        Answer answer = call.page(events).answer(json::event);
        return answer.lastModified(events.isEmpty() ? null : events.get(0).createdAt());
    }
}
