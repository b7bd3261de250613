package io.painchain.gitlab.mapping;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.gitlab.api.record.FeatureFlag;
import io.painchain.model.event.EventDraft;

public final class FeatureFlagMapper {

    private FeatureFlagMapper() {
    }

    /** @param before whether it was on when last read, or null */
    public static EventDraft toDraft(ProjectScope scope, FeatureFlag flag, Boolean before) {
        boolean on = Boolean.TRUE.equals(flag.active());
        String word = before != null && before == on ? "changed" : on ? "on" : "off";
        return DraftBuilder.of(scope, "feature_flag")
                .externalId("flag-" + scope.identity() + "-" + flag.name() + "@" + flag.updatedAt())
                .title("[Flag] ", flag.name(), " " + word).at("updated_at", flag.updatedAt(), flag.createdAt())
                .asOf(flag.updatedAt()).status(on ? "on" : "off").description(flag.description())
                .entity(scope.flag(flag.name())).data("flag", flag.name()).data("active", on).data("action", word).build();
    }
}
