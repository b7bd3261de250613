package io.painchain.gitlab.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.painchain.gitlab.api.GitLabJson;
import io.painchain.gitlab.api.record.Release;
import io.painchain.model.event.EventDraft;

class ReleaseMapperTest {

    @Test
    void linksAReleaseWithTheImagesThatItNames() throws IOException {
        Release release = GitLabJson.read(GitLabJson.tree("""
                {"tag_name": "v1.5", "name": "One five", "created_at": "2026-03-02T09:00:00.000Z",
                 "description": "Faster.\\n\\n    docker pull ghcr.io/acme/shop/web:v1.5",
                 "commit": {"id": "0123456789012345678901234567890123456789"},
                 "assets": {"links": [{"name": "image", "link_type": "image",
                   "url": "https://registry.example.com/acme/shop/web:v1.5"}]}}
                """.getBytes(StandardCharsets.UTF_8)), Release.class);

        EventDraft draft = ReleaseMapper.toDraft(new ProjectScope("acme/shop/web", "acme/shop/web", 7, "one", List.of()),
                release, Instant.parse("2026-03-02T09:01:00Z"));

        assertThat(draft.correlationKeys()).contains("image:ghcr.io/acme/shop/web:v1.5",
                "image:registry.example.com/acme/shop/web:v1.5", "tag:acme/shop/web@v1.5",
                "commit:acme/shop/web@0123456789012345678901234567890123456789");
    }
}
