package io.painchain.simulator.render.delivery;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.release.ReleaseAsset;
import io.painchain.simulator.world.repository.Repository;

/** Releases. */
public final class ReleaseJson {

    private ReleaseJson() {
    }

    public static ObjectNode release(Links links, Repository repository, Release release) {
        String url = links.api(repository);
        String self = url + "/releases/" + release.id();
        ObjectNode node = object().put("url", self).put("assets_url", self + "/assets")
                .put("upload_url", self.replaceFirst("https://api\\.", "https://uploads.") + "/assets{?name,label}")
                .put("html_url", links.html(repository) + "/releases/tag/" + release.tag()).put("id", release.id());
        node.set("author", links.account(release.author()));
        node.put("node_id", NodeIds.of("RE", repository.id(), release.id())).put("tag_name", release.tag())
                .put("target_commitish", release.target()).put("name", release.name()).put("draft", release.draft())
                .put("immutable", false).put("prerelease", release.prerelease())
                .put("created_at", Times.of(release.createdAt())).put("updated_at", Times.of(release.updatedAt()))
                .put("published_at", Times.of(release.publishedAt()));
        node.putArray("assets");
        release.assets().forEach(asset -> node.withArray("assets").add(asset(links, repository, release, asset)));
        return node.put("tarball_url", url + "/tarball/" + release.tag())
                .put("zipball_url", url + "/zipball/" + release.tag()).put("body", release.body());
    }

    private static ObjectNode asset(Links links, Repository repository, Release release, ReleaseAsset asset) {
        ObjectNode node = object().put("url", links.api(repository) + "/releases/assets/" + asset.id())
                .put("id", asset.id()).put("node_id", NodeIds.of("RA", repository.id(), asset.id()))
                .put("name", asset.name()).put("label", "");
        node.set("uploader", links.account(asset.uploader()));
        return node.put("content_type", asset.contentType()).put("state", "uploaded").put("size", asset.size())
                .putNull("digest").put("download_count", 0).put("created_at", Times.of(asset.createdAt()))
                .put("updated_at", Times.of(asset.createdAt())).put("browser_download_url",
                        links.html(repository) + "/releases/download/" + release.tag() + "/" + asset.name());
    }
}
