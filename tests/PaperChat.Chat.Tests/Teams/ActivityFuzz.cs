using System.Text;
using System.Text.Json.Nodes;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>Makes bodies that no client should send: activities with parts taken out, exchanged and broken, and bytes that are no activity at all.</summary>
internal sealed class ActivityFuzz(int seed, string serviceUrl)
{
    private static readonly string[] Templates =
    [
        """{"type":"message","id":"m1","text":"How does ReefWatch count animals?","textFormat":"plain","serviceUrl":"$","channelId":"msteams","from":{"id":"29:u","name":"U"},"recipient":{"id":"28:b","name":"PaperChat"},"conversation":{"id":"a:1","conversationType":"personal","tenantId":"11111111-2222-4333-8444-666666666666"},"entities":[{"type":"clientInfo","locale":"en-US"}],"channelData":{"tenant":{"id":"11111111-2222-4333-8444-666666666666"}}}""",
        """{"type":"message","id":"m2","text":"<at>PaperChat</at> /compare ReefWatch | LatticeNet","serviceUrl":"$","channelId":"msteams","from":{"id":"29:u"},"recipient":{"id":"28:b"},"conversation":{"id":"19:g@thread.v2;messageid=7","conversationType":"channel","isGroup":true},"entities":[{"type":"mention","text":"<at>PaperChat</at>","mentioned":{"id":"28:b","name":"PaperChat"}}]}""",
        """{"type":"message","id":"m3","replyToId":"1","value":{"action":"plain"},"text":"/cite 1","serviceUrl":"$","channelId":"msteams","from":{"id":"29:u"},"recipient":{"id":"28:b"},"conversation":{"id":"19:g","conversationType":"groupChat","isGroup":true}}""",
        """{"type":"conversationUpdate","id":"c1","serviceUrl":"$","channelId":"msteams","from":{"id":"29:u"},"recipient":{"id":"28:b"},"conversation":{"id":"a:1","conversationType":"personal"},"membersAdded":[{"id":"29:u"},{"id":"28:b"}]}""",
        """{"type":"installationUpdate","action":"add","id":"i1","serviceUrl":"$","channelId":"msteams","from":{"id":"29:u"},"recipient":{"id":"28:b"},"conversation":{"id":"a:2","conversationType":"personal"}}""",
        """{"type":"invoke","name":"adaptiveCard/action","id":"v1","replyToId":"9","value":{"action":{"type":"Action.Execute","verb":"paperchat.page","data":{"card":"0123456789012345678901234567890123456789","page":0}}},"serviceUrl":"$","channelId":"msteams","from":{"id":"29:u"},"recipient":{"id":"28:b"},"conversation":{"id":"a:1","conversationType":"personal"}}""",
        """{"type":"invoke","name":"message/submitAction","id":"v2","value":{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"good\"}"}},"serviceUrl":"$","channelId":"msteams","from":{"id":"29:u"},"recipient":{"id":"28:b"},"conversation":{"id":"a:1","conversationType":"personal"}}""",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "123456789012345678901234567890", "\"\"", "\" \"", "\".\"", "\"..\"", "\"../../../x\"", "\"%2e%2e%2f\"", "\"\\u0000\"", "\"\\ud800\"", "\"a\\r\\nHost: evil\"",
        "[]", "{}", "[[[[[[[[[[]]]]]]]]]]", "[null,1,{\"id\":null}]", "{\"id\":{\"id\":{\"id\":[]}}}", "{\"\":0}", "\"\\u202e<script>\"", "\"message\"", "\"invoke\"", "\"personal\"", "\"remove\"", "\"28:b\"",
        "\"https://evil.example/\"", "\"http://169.254.169.254/latest\"", "\"file:///etc/passwd\"", "\"//evil.example\"", "\"https://connector.test@evil.example/teams\"", "\"https://connector.test/teams/../../evil\"",
        "\"https://connector.test.evil.example/teams\"", "\"https://connector.test/teams?x=\"", "\"https://connector.test/teams#\"", "\"HTTPS://CONNECTOR.TEST/teams/\"", "\"/filter year:9\"", "\"/new\"", "\"/show 1\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One body.</summary>
    public byte[] Next()
    {
        // The last one is written down each time: a few of them are enough.
        var text = Templates[_random.Next(Templates.Length - (_random.Next(8) == 0 ? 0 : 1))].Replace("$", serviceUrl, StringComparison.Ordinal);
        return _random.Next(10) switch
        {
            0 => Noise(),
            1 => Bent(Encoding.UTF8.GetBytes(text)),
            2 => Encoding.UTF8.GetBytes(text[.._random.Next(text.Length)]),
            3 => Encoding.UTF8.GetBytes(Wrapped(text)),
            _ => Encoding.UTF8.GetBytes(Changed(text)),
        };
    }

    private byte[] Noise()
    {
        var bytes = new byte[_random.Next(200)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Bent(byte[] bytes)
    {
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }

    private string Wrapped(string text) => _random.Next(6) switch
    {
        0 => $"[{text}]",
        1 => text + text,
        2 => Values[_random.Next(Values.Length)],
        3 => new string('[', _random.Next(1, 5000)),
        4 => text.Replace("\"type\":", $"\"type\":{Values[_random.Next(Values.Length)]},\"type\":", StringComparison.Ordinal),
        _ => text.Replace("How does", new string('x', _random.Next(60_000)), StringComparison.Ordinal),
    };

    // Parts anywhere in the tree are taken out or exchanged.
    private string Changed(string text)
    {
        var json = JsonNode.Parse(text)!.AsObject();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var objects = Objects(json).Where(o => o.Count > 0).ToArray();
            if (objects.Length == 0)
            {
                break;
            }

            var owner = objects[_random.Next(objects.Length)];
            var name = owner.ElementAt(_random.Next(owner.Count)).Key;
            owner.Remove(name);
            if (_random.Next(3) > 0)
            {
                // As text, since some of these are no values that a writer would write.
                owner[name] = "@@" + i;
            }
        }

        var written = json.ToJsonString();
        for (var i = 1; i < 4; i++)
        {
            written = written.Replace($"\"@@{i}\"", Values[_random.Next(Values.Length)], StringComparison.Ordinal);
        }

        return written;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).SelectMany(Objects).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
