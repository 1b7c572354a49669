return await PaperChat.Peers.PeersCommand.RunAsync(args);
