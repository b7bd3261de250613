package io.painchain.simulator.render;

import java.nio.ByteBuffer;
import java.util.Base64;

/** GitHub's global node ids: a prefix for the type and a number that nobody should read. */
final class NodeIds {

    private NodeIds() {
    }

    static String of(String prefix, long id) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
        return prefix + "_kwDO" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replaceFirst("^A+", "");
    }
}
